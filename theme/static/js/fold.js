// Words as they are searched for. The rules come with the index, from the lexicons that made it; what is
// done with them here is what `copydesk/folding.py` does, and a test holds the two to each other.
const MARKS = "\u0300-\u036f";
const LETTERS = `[\\p{L}\\p{N}][\\p{L}\\p{N}_${MARKS}]*`;
export const WORD = new RegExp(`${LETTERS}(?:['’ʼ]${LETTERS})*`, "gu");
const DOUBLED = /([bcdfghj-np-tvwxzбвгджзйклмнпрстфхцчшщ])\1+/g;
const VOWELS = /[aeou]/g;

const script = (word) => (/[\u0400-\u052f]/.test(word) ? "cyrillic" : "latin");
const replaced = (word, pairs) => pairs.reduce((made, [from, to]) => made.replaceAll(from, to), word);

export class Folding {
  constructor(rules) {
    this.rules = rules;
    this.stop = new Set(rules.stop);
  }

  // The key of a word in any of its usual forms, empty where nothing is left.
  fold(word) {
    let low = word.normalize("NFC").toLowerCase().replace(/['’ʼ\u0301]/g, "");
    low = replaced(low, this.rules.letter);
    if (script(low) === "cyrillic") return this.#stripped(low.replace(DOUBLED, "$1"), "cyrillic");
    low = low.normalize("NFKD").replace(new RegExp(`[${MARKS}]`, "g"), "");
    return this.#stripped(low, "latin").replace(DOUBLED, "$1");
  }

  // How a key sounds in either script, empty for too short a word.
  cognate(key) {
    let sound = replaced(key, this.rules.sounds[script(key)]);
    if (script(key) === "latin") sound = sound.replace(/(?<=.{4})[eo]v$/, "");
    const first = sound.search(/[aeou]/);
    if (first < 0 || !/^[a-z]+$/.test(sound)) return "";
    const bones = (sound.slice(0, first + 1) + sound.slice(first + 1).replace(VOWELS, "")).replace(DOUBLED, "$1");
    return bones.length > this.rules.least_consonants ? bones : "";
  }

  // The keys of what a reader typed, each once; words that stand everywhere are left out.
  keys(text) {
    const found = (text.match(WORD) ?? []).map((word) => this.fold(word));
    return [...new Set(found.filter((key) => this.counts(key)))];
  }

  counts(key) {
    return (key.length > 1 || /^\d$/.test(key)) && !this.stop.has(key);
  }

  // True where two keys are written in different alphabets.
  static foreign(key, other) {
    return script(key) !== script(other);
  }

  #stripped(word, kind) {
    for (const [ending, least] of this.rules.endings[kind]) {
      if (word.endsWith(ending) && [...word].length - ending.length >= least) return word.slice(0, -ending.length);
    }
    return word;
  }
}
