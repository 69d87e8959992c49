import type { RichText } from '@/lib/shared/contract/rich-text';
import type { SendRequest } from '@/lib/shared/contract/send';

/** A variable as it stands in a text: `{{contact.first_name}}`, `{{ contact.first_name | there }}`. */
export type FoundVariable = {
  name: string;
  /** What it says where the value is not known; null: nothing was agreed on. */
  fallback: string | null;
  start: number;
  end: number;
};

/** Longer than this nobody writes a name, and braces further apart belong to something else. */
const braces = /\{\{([^{}]{0,300})\}\}/g;

/** Other words of GHL's for the same thing. */
const aliases: Record<string, string> = {
  'contact.full_name': 'contact.name',
  'contact.company': 'contact.company_name',
  'user.full_name': 'user.name',
};

export function variablesIn(text: string): FoundVariable[] {
  return Array.from(text.matchAll(braces), (match) => {
    const [name = '', ...fallback] = (match[1] ?? '').split('|');
    return {
      name: name.trim(),
      fallback: fallback.length > 0 ? fallback.join('|').trim() : null,
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

/** A text with what is known put in. What is not known stays in its braces, or gives way to its fallback. */
export function fillVariables(text: string, values: ReadonlyMap<string, string>): string {
  let filled = '';
  let from = 0;
  for (const variable of variablesIn(text)) {
    const value = filledValue(variable, values);
    if (value === null) continue;
    filled += text.slice(from, variable.start) + value;
    from = variable.end;
  }
  return filled + text.slice(from);
}

/** How a text names a variable, in whatever case and by whichever of GHL's words. */
export function variableKey(name: string): string {
  const plain = name.trim().toLowerCase();
  return aliases[plain] ?? plain;
}

function filledValue({ name, fallback }: FoundVariable, values: ReadonlyMap<string, string>): string | null {
  return values.get(variableKey(name)) || fallback;
}

/**
 * What would go out in braces. GHL puts its own value there, or nothing at all, and the sender would never see it: so
 * nothing in braces is ever sent.
 */
export function firstVariable(text: string): FoundVariable | null {
  return variablesIn(text)[0] ?? null;
}

/** The same for everything that a message says. Of WhatsApp's templates the values are GHL's to put in. */
export function unfilledIn(request: SendRequest): FoundVariable | null {
  if ('templateId' in request && request.templateId !== null) return null;
  const texts = request.channel === 'Email' ? [request.subject, ...richTexts(request.rich)] : [];
  for (const text of [...texts, request.text]) {
    const found = firstVariable(text);
    if (found) return found;
  }
  return null;
}

/** "{{contact.first_name}}", or of empty braces "{{ }}". */
function variableWords({ name }: FoundVariable): string {
  return `{{${name.slice(0, 80) || ' '}}}`;
}

/** What stops a send, in words. */
export function unfilledWords(found: FoundVariable): string {
  return `${variableWords(found)} is not filled in. Write what it stands for, or take it out.`;
}

type Node = { type: string; text?: string; content?: readonly unknown[] | undefined; marks?: unknown };

/** The text of each block in one piece, for braces may be half bold; and where links lead. */
export function richTexts(doc: RichText | null): string[] {
  const texts: string[] = [];
  const visit = ({ content = [] }: Node) => {
    const children = content as readonly Node[];
    const inline = children.filter((child) => child.type === 'text' || child.type === 'hardBreak');
    if (inline.length > 0) texts.push(inline.map((child) => child.text ?? '\n').join(''));
    for (const child of children) {
      for (const href of linksOf(child)) texts.push(href);
      visit(child);
    }
  };
  if (doc) visit(doc as Node);
  return texts;
}

function linksOf({ marks }: Node): string[] {
  const list = (marks ?? []) as readonly { type: string; attrs?: { href: string } }[];
  return list.flatMap((mark) => (mark.attrs ? [mark.attrs.href] : []));
}
