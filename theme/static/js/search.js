// The search page: what its address asks is found, sifted and drawn.
import { Finder } from "./finder.js";
import { Results, make } from "./results.js";

const FACETS = ["actor", "event", "outlet", "lang", "year"];
const AT_ONCE = 10;
const FEW = 6;
const MOST_OPTIONS = 100;
const PAUSE = 180;

const form = document.querySelector("form.finder");
const box = form.elements.q;
const words = JSON.parse(form.dataset.words);
const count = document.getElementById("count");
const found = document.getElementById("found");
const more = document.getElementById("more");
// Results are pages of the current tree; the index stands once, at the site's root.
const root = new URL(form.dataset.root, location.href);
const index = new URL(form.dataset.index, location.href);
const plural = new Intl.PluralRules(document.documentElement.lang);
const number = new Intl.NumberFormat(document.documentElement.lang);
let finder = null;
let turns = 0;
let unfinished = false;

// What the form asks, as the address has it.
function question() {
  const given = [...new FormData(form)].map(([name, value]) => [name, value.trim()]);
  return new URLSearchParams(given.filter(([, value]) => value));
}

// Name and language of a facet's value.
function named(facet, value) {
  if (facet === "year") return [value, ""];
  if (facet === "lang") return [words.langs.find(([lang]) => lang === value)?.[2] ?? value, ""];
  return (finder.facets[`${facet}s`].find(([slug]) => slug === value) ?? [value, value, ""]).slice(1);
}

// Each select offers what the entries found have, given the other filters, the commonest first.
function offer(numbers, wanted) {
  for (const facet of FACETS) {
    const counts = new Map();
    for (const n of finder.sift(numbers, { ...wanted, [facet]: "" })) {
      for (const value of finder.values(n, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_OPTIONS);
    const chosen = wanted[facet];
    if (chosen && !rows.some(([value]) => value === chosen)) rows.push([chosen, counts.get(chosen) ?? 0]);
    if (facet === "year") rows.sort((a, b) => b[0] - a[0]);
    const select = form.elements[facet];
    const options = rows.map(([value, n]) => {
      const [name, lang] = named(facet, value);
      return make("option", { value, lang }, `${name} (${number.format(n)})`);
    });
    select.replaceChildren(select.options[0], ...options);
    select.value = chosen;
  }
}

const shown = (numbers) => Promise.all(numbers.map((n) => finder.shown(n)));

async function listed(title, numbers, results) {
  if (!numbers.length) return [];
  const drawn = (await shown(numbers.slice(0, FEW))).map((one) => results.named(one));
  return [make("section", {}, make("h2", {}, title), make("ul", { class: "plain" }, ...drawn))];
}

// Draw the next entries.
async function next(list, numbers, results) {
  const drawn = list.children.length;
  const entries = await shown(numbers.slice(drawn, drawn + AT_ONCE));
  list.append(...entries.map((entry) => results.entry(entry)));
}

// The button below brings the entries that are left.
function offerMore(list, numbers, results) {
  more.hidden = list.children.length >= numbers.length;
  more.onclick = async () => {
    const drawn = list.children.length;
    await next(list, numbers, results);
    list.children[drawn]?.querySelector("a").focus();
    offerMore(list, numbers, results);
  };
}

// All that is drawn, and what is said of it; the filters show what there is to choose.
async function answered(text, wanted) {
  finder ??= await Finder.open(new URL(".", index), document.documentElement.lang);
  const result = await finder.find(text);
  const sifted = FACETS.some((facet) => wanted[facet]);
  const whole = result.words ? result.entries : text ? [] : finder.everything();
  const numbers = text || sifted ? finder.sift(whole, wanted) : [];
  const results = new Results(finder.folding, result.hits, words, root);
  const sections = sifted ? [] : [
    ...(await listed(words.actors, result.actors, results)),
    ...(await listed(words.events, result.events, results)),
  ];
  const list = make("ol", { class: "plain results" });
  await next(list, numbers, results);
  if (numbers.length) sections.push(make("section", {}, make("h2", {}, words.entries), list));
  const told = words.counted[plural.select(numbers.length)].replace(/\d+/, number.format(numbers.length));
  const said = !text && !sifted ? "" : sections.length ? told : words.nothing;
  return { sections, said, whole, rest: () => offerMore(list, numbers, results) };
}

async function answer() {
  const turn = ++turns;
  const asking = question();
  const text = asking.get("q") ?? "";
  const wanted = Object.fromEntries(FACETS.map((facet) => [facet, asking.get(facet) ?? ""]));
  document.title = text ? `${text} — ${words.title}` : words.title;
  try {
    const { sections, said, whole, rest } = await answered(text, wanted);
    if (turn !== turns) return; // something else was asked meanwhile
    offer(whole, wanted);
    const at = stops().indexOf(document.activeElement);
    found.replaceChildren(...sections);
    if (at > 0) (stops()[at] ?? box).focus(); // who has walked into the results stays at the same place
    rest();
    count.textContent = said;
  } catch (error) {
    if (turn === turns) count.textContent = words.broken;
    throw error;
  }
}

// The address says what is asked, so that it can be kept, sent and gone back to: one step a question, however
// many keys it took to type.
function ask(typing) {
  const asking = question();
  const address = asking.size ? `?${asking}` : location.pathname;
  const same = asking.toString() === new URLSearchParams(location.search).toString();
  if (unfinished || same) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  unfinished = typing;
  return answer();
}

// Put into the form what the address asks.
function fill() {
  const asking = new URLSearchParams(location.search);
  box.value = asking.get("q") ?? "";
  for (const facet of FACETS) {
    const select = form.elements[facet];
    const value = asking.get(facet) ?? "";
    const offered = [...select.options].some((option) => option.value === value);
    if (!offered) select.append(make("option", { value }, value));
    select.value = value;
  }
}

const stops = () => [box, ...found.querySelectorAll("a[data-result]")];

// Down and up walk from the box through the results; elsewhere they scroll, as ever.
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = stops().indexOf(document.activeElement);
  const next = stops()[at + step];
  if (!next || at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  next.focus();
}

let pause = 0;
box.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(ask, PAUSE, true);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  ask(false);
});
form.addEventListener("change", (event) => {
  if (event.target !== box) ask(false);
});
addEventListener("popstate", () => {
  fill();
  answer();
});
document.addEventListener("keydown", walk);
fill();
if (!location.search) box.focus();
answer();
