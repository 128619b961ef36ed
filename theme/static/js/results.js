// Results as elements of the page. All words are set as text, never as markup.
import { WORD } from "./fold.js";

const LONG = 260;
const BEFORE = 80;

// An element with attributes and children; strings become text.
export function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// Draws the results of one question.
export class Results {
  // `folding` and the `hits` that were found tell which words to mark; `words` are the page's own.
  constructor(folding, hits, words, root) {
    Object.assign(this, { folding, hits, words, root });
    const lang = document.documentElement.lang;
    const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    this.dates = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, form);
  }

  entry(entry) {
    const [, tag] = this.words.langs.find(([lang]) => lang === entry.lang) ?? [entry.lang, entry.lang];
    const origin = make("p", { class: "origin" });
    if (entry.outlet) origin.append(make("span", { class: "outlet", lang: entry.outlet[1] }, entry.outlet[0]));
    origin.append(make("span", { class: "tongue" }, tag), this.#day(entry.date));
    const link = make("a", { href: this.#way(entry.url), "data-result": "entry" }, ...this.#marked(entry.title));
    const headline = make("h3", { lang: entry.lang }, link);
    return make("li", {}, make("article", { class: "brief" }, headline, origin, this.#passage(entry)));
  }

  // An actor or event: its name, its other names, what or when it is.
  named(one) {
    const link = make("a", { href: this.#way(one.url), lang: one.lang, "data-result": "name" }, ...this.#marked(one.title));
    const also = (one.names ?? []).map(([lang, name]) => make("span", { class: "also", lang }, ...this.#marked(name)));
    const beside = one.kind ? (this.words.kinds[one.kind] ?? one.kind) : one.date ? this.#day(one.date) : "";
    const last = beside ? [make("span", { class: "count" }, beside)] : [];
    return make("li", {}, link, ...[...also, ...last].flatMap((part) => [" ", part]));
  }

  // The passage that holds most of the words: a quotation with its speaker, else the summary.
  #passage(entry) {
    const said = entry.quotations.map((quotation) => [this.#held(`${quotation[0]} ${quotation[1]}`), quotation]);
    const [most, quotation] = said.reduce((best, one) => (one[0] > best[0] ? one : best), [0, null]);
    if (!quotation || most < this.#held(entry.summary)) {
      return make("p", { class: "teaser", lang: entry.lang }, ...this.#marked(entry.summary));
    }
    const [content, speaker, lang, fragment] = quotation;
    const words = make("q", { lang: entry.lang }, ...this.#marked(content));
    const link = make("a", { href: this.#way(`${entry.url}#${fragment}`) }, words);
    const name = speaker ? [" — ", make("span", { lang }, ...this.#marked(speaker))] : [];
    return make("p", { class: "teaser" }, link, ...name);
  }

  // How many of the words found a text holds.
  #held(text) {
    const keys = (text.match(WORD) ?? []).map((word) => this.folding.fold(word));
    return new Set(keys.filter((key) => this.hits.has(key))).size;
  }

  // `text` with the words that were found marked; a long one cut to where the first of them stands.
  #marked(text) {
    const places = [...text.matchAll(WORD)].filter(([word]) => this.hits.has(this.folding.fold(word)));
    const long = text.length > LONG;
    const first = places[0]?.index ?? 0;
    const from = long && first > BEFORE ? text.lastIndexOf(" ", first - BEFORE) + 1 : 0;
    const until = long && from + LONG < text.length ? text.lastIndexOf(" ", from + LONG) : text.length;
    const pieces = from ? ["… "] : [];
    let at = from;
    for (const place of places) {
      const stop = place.index + place[0].length;
      if (stop > until) break;
      pieces.push(text.slice(at, place.index), make("mark", {}, place[0]));
      at = stop;
    }
    pieces.push(text.slice(at, Math.max(at, until)), until < text.length ? " …" : "");
    return pieces;
  }

  // The day as the site's other pages have it: no "р.", no "г.".
  #day(iso) {
    const parts = this.dates.formatToParts(new Date(`${iso}T00:00:00Z`)).map(({ type, value }) => [type, value]);
    const { day, month, year } = Object.fromEntries(parts);
    return make("time", { datetime: iso }, `${day} ${month} ${year}`);
  }

  // Results lead to pages of this site and nowhere else, whatever the index says.
  #way(address) {
    const way = new URL(address, this.root);
    return way.origin === this.root.origin ? way.href : this.root.href;
  }
}
