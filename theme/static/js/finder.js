// Reads the index that the build wrote and answers a question with documents, best first. Touches no page.
import { Folding } from "./fold.js";

// What a hit weighs by where it stands: title or name, quotation, summary, text.
const WEIGHTS = [8, 4, 2, 1];
// A word of another language, or another word of the same meaning, comes after the word itself.
const KIN = 0.8;
const BEGUN = 0.5;
// An actor, event or outlet found by its name brings its entries: less than a headline, more than a quotation.
const BROUGHT = 0.6;
const NAMED = WEIGHTS[0] * BEGUN;
const SHORTEST_BEGINNING = 3;
const MOST_BEGUN = 40;
const FACETS = ["lang", "year", "outlet", "actor", "event"];

export class Finder {
  // `lang` is the language in which actors and events are named, where they have a name in it.
  static async open(folder, lang) {
    // The manifest is asked for anew each time; all else has the version in its address and may be kept.
    const manifest = await fetched(new URL("index.json", folder), { cache: "no-cache" });
    const below = new URL(`${manifest.version}/`, folder);
    return new Finder(manifest, below, await fetched(new URL("facets.json", below)), lang);
  }

  constructor(manifest, below, facets, lang) {
    Object.assign(this, { manifest, below, facets });
    this.folding = new Folding(manifest.rules);
    this.files = new Map();
    // Numbers of documents: entries, then actors, events, outlets.
    const { entries, actors, events } = facets;
    for (const row of [...actors, ...events]) if (row[3][lang]) row.splice(1, 2, row[3][lang], lang);
    this.actors = entries.length;
    this.events = this.actors + actors.length;
    this.outlets = this.events + events.length;
  }

  // {entries, actors, events: numbers, best first; hits: the keys that were found; words: how many were asked for}
  async find(text) {
    const keys = this.folding.keys(text);
    const found = await Promise.all(keys.map((key) => this.#word(key)));
    const scores = found.map(({ scores }) => this.#spread(scores));
    const all = scores.length ? [...scores[0].keys()].filter((n) => scores.every((s) => s.has(n))) : [];
    const sum = (n) => scores.reduce((total, s) => total + s.get(n), 0);
    const ranked = all.map((n) => [sum(n), n]).sort((a, b) => b[0] - a[0] || b[1] - a[1]).map(([, n]) => n);
    return {
      words: keys.length,
      hits: new Set(found.flatMap(({ hits }) => hits)),
      entries: ranked.filter((n) => n < this.actors),
      actors: ranked.filter((n) => n >= this.actors && n < this.events),
      events: ranked.filter((n) => n >= this.events && n < this.outlets),
    };
  }

  // All entries, newest first: what filters alone sift.
  everything() {
    return this.facets.entries.map((_, n) => n).reverse();
  }

  // The values of an entry under a facet, as they stand in the page's address.
  values(number, facet) {
    const entry = this.facets.entries[number][FACETS.indexOf(facet)];
    if (facet === "lang" || facet === "year") return [String(entry)];
    const named = this.facets[`${facet}s`];
    return (Array.isArray(entry) ? entry : entry < 0 ? [] : [entry]).map((n) => named[n][0]);
  }

  // The entries that have every wanted value: {facet: value}.
  sift(numbers, wanted) {
    const asked = Object.entries(wanted).filter(([, value]) => value);
    return numbers.filter((n) => asked.every(([facet, value]) => this.values(n, facet).includes(value)));
  }

  // What a document's result is drawn from.
  async shown(number) {
    const { shown } = this.manifest;
    const one = (await this.#file(`shown-${Math.floor(number / shown)}.json`))[number % shown];
    return number < this.actors ? this.#spoken(one) : this.#named(one, number);
  }

  // An entry with its speakers by name: one who has a page is kept by number.
  #spoken(entry) {
    const named = ([content, who, lang, fragment]) => {
      const [, name, own] = typeof who === "number" ? this.facets.actors[who] : ["", who, lang];
      return [content, name, own, fragment];
    };
    return { ...entry, quotations: entry.quotations.map(named) };
  }

  // An actor or event under its name here; what it is called elsewhere is told beside.
  #named(one, number) {
    const { actors, events } = this.facets;
    const [, title, lang] = number < this.events ? actors[number - this.actors] : events[number - this.events];
    const names = one.names && [[one.lang, one.title], ...one.names].filter(([, name]) => name !== title);
    return { ...one, title, lang, names };
  }

  // Documents under a word, under its kin, and, if there are none, under words that begin with it.
  async #word(key) {
    const [own, sound] = await Promise.all([this.#shard(key), this.#sound(key)]);
    const kin = new Set([...(own.see[key] ?? []), ...sound.filter((other) => Folding.foreign(key, other))]);
    kin.delete(key);
    const weighed = [...(key in own.words ? [[key, 1]] : []), ...[...kin].map((other) => [other, KIN])];
    if (!weighed.length && [...key].length >= SHORTEST_BEGINNING) {
      const begun = Object.keys(own.words).filter((other) => other.startsWith(key));
      weighed.push(...begun.slice(0, MOST_BEGUN).map((other) => [other, BEGUN]));
    }
    const scores = new Map();
    await Promise.all(weighed.map(async ([other, share]) => {
      const fields = (await this.#shard(other)).words[other] ?? [];
      fields.forEach((numbers, field) => {
        let number = 0;
        for (const distance of numbers) {
          number += distance;
          scores.set(number, Math.max(scores.get(number) ?? 0, WEIGHTS[field] * share));
        }
      });
    }));
    return { scores, hits: weighed.map(([other]) => other) };
  }

  async #sound(key) {
    const sound = this.folding.cognate(key);
    return sound ? ((await this.#shard(`~${sound}`)).see[`~${sound}`] ?? []) : [];
  }

  // Who is found by name brings the entries along in which they stand.
  #spread(scores) {
    const named = [...scores].filter(([n, weight]) => n >= this.actors && weight >= NAMED);
    if (!named.length) return scores;
    const weight = new Map(named);
    this.facets.entries.forEach(([, , outlet, actors, events], number) => {
      const linked = [...actors.map((n) => this.actors + n), ...events.map((n) => this.events + n)];
      if (outlet >= 0) linked.push(this.outlets + outlet);
      for (const one of linked) {
        const brought = (weight.get(one) ?? 0) * BROUGHT;
        if (brought > (scores.get(number) ?? 0)) scores.set(number, brought);
      }
    });
    return scores;
  }

  // The shard in which a key stands if it stands anywhere: the last that begins no later.
  #shard(key) {
    const { starts } = this.manifest;
    let at = starts.length - 1;
    while (at > 0 && compared(starts[at], key) > 0) at -= 1;
    return this.#file(`words-${at}.json`);
  }

  #file(name) {
    if (!this.files.has(name)) this.files.set(name, fetched(new URL(name, this.below)));
    return this.files.get(name);
  }
}

async function fetched(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

// Order by code points, as the index is sorted; JavaScript's own order is by UTF-16 units.
function compared(left, right) {
  const [one, other] = [[...left], [...right]];
  for (let n = 0; n < Math.min(one.length, other.length); n += 1) {
    if (one[n] !== other[n]) return one[n].codePointAt(0) - other[n].codePointAt(0);
  }
  return one.length - other.length;
}
