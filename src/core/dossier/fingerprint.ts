/**
 * Hash of a dossier's files, 12 hexadecimal digits: two lanes of 32-bit FNV-1a over UTF-16 units.
 * It tells versions apart; nobody gains by forging one. So no cryptographic hash is brought in, and
 * the core needs neither node:crypto nor a port for it.
 */
export function fingerprint(files: ReadonlyMap<string, string>): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  const add = (text: string) => {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit ^ (a >>> 15), 0x01000193);
    }
  };
  for (const [path, text] of [...files].sort(([x], [y]) => (x < y ? -1 : 1))) {
    add(`${path}\n${text.length}\n${text}`);
  }
  const hex = (lane: number) => (lane >>> 0).toString(16).padStart(8, "0");
  return `${hex(a)}${hex(b)}`.slice(0, 12);
}
