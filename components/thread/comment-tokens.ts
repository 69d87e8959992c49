type CommentToken = { kind: 'text' | 'mention'; text: string; userId?: string };

/** GHL writes a mention as `@name<userId>ID</userId>` (CONTRACT 1.6). */
const mention = /(@[^@<\n]{1,80})<userId>([^<>]{0,64})<\/userId>/g;

export function commentTokens(body: string): CommentToken[] {
  const tokens: CommentToken[] = [];
  let end = 0;
  for (const match of body.matchAll(mention)) {
    if (match.index > end) tokens.push({ kind: 'text', text: body.slice(end, match.index) });
    tokens.push({ kind: 'mention', text: match[1] ?? '', userId: match[2] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < body.length) tokens.push({ kind: 'text', text: body.slice(end) });
  return tokens;
}
