const voidElements = words('area base br col embed frame hr img input link meta param source track wbr');
/** An end tag does not reach across these. */
const tableCells = words('table td th caption template marquee object applet html');
const formatting = words('a b big code em font i nobr s small strike strong tt u');
/** Elements that end tags of inline elements do not reach across. */
const blocks = words(
  'address article aside blockquote body center dd details dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul caption',
);
/** What a start tag closes by itself, and where the search for it ends. */
const impliedEnds: Record<string, { closes: Set<string>; within: Set<string> }> = {
  p: { closes: words('p'), within: words('table td th caption button template') },
  li: { closes: words('li'), within: words('ul ol table td th') },
  dt: { closes: words('dt dd'), within: words('dl table td th') },
  dd: { closes: words('dt dd'), within: words('dl table td th') },
  td: { closes: words('td th'), within: words('table') },
  th: { closes: words('td th'), within: words('table') },
  tr: { closes: words('tr'), within: words('table') },
  tbody: { closes: words('tbody thead tfoot'), within: words('table') },
  thead: { closes: words('tbody thead tfoot'), within: words('table') },
  tfoot: { closes: words('tbody thead tfoot'), within: words('table') },
  option: { closes: words('option'), within: words('select') },
};

/**
 * How deep a parser will stand, near enough to refuse what would hang it. Formatting that its block closed is kept
 * apart: a parser opens it again in every block that follows, which can turn 20 000 tags into millions of elements.
 */
export class OpenElements {
  private readonly names: string[] = [];
  private readonly reopened: string[] = [];

  get depth(): number {
    return this.names.length + this.reopened.length;
  }

  get reopenedCount(): number {
    return this.reopened.length;
  }

  open(name: string): void {
    if (voidElements.has(name)) return;
    const implied = impliedEnds[name];
    if (implied) {
      const at = this.lastIndex(implied.closes, implied.within);
      if (at >= 0) this.closeFrom(at);
    }
    if (name === 'a') this.close('a');
    this.names.push(name);
  }

  close(name: string): void {
    const isCell = tableCells.has(name) || impliedEnds[name]?.within.has('table') === true;
    const isInline = !blocks.has(name);
    const at = this.lastIndex(new Set([name]), isCell ? words('table') : tableCells);
    if (at < 0) {
      const pending = this.reopened.lastIndexOf(name);
      if (pending >= 0) this.reopened.splice(pending, 1);
      return;
    }
    const holdsBlock = isInline && this.names.slice(at + 1).some((inner) => blocks.has(inner));
    if (!holdsBlock) this.closeFrom(at);
    else if (formatting.has(name)) this.names.splice(at, 1);
  }

  private closeFrom(at: number): void {
    const closed = this.names.splice(at);
    this.reopened.push(...closed.slice(1).filter((name) => formatting.has(name)));
  }

  private lastIndex(wanted: Set<string>, within: Set<string>): number {
    for (let at = this.names.length - 1; at >= 0; at--) {
      const name = this.names[at] ?? '';
      if (wanted.has(name)) return at;
      if (within.has(name)) return -1;
    }
    return -1;
  }
}

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}
