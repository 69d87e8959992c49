export type FormContent = { title: string | null; fields: { name: string; value: string }[]; rest: string };

const titleLine = /^form(?: submitted| submission| name)?\s*[:-]?\s*"?([^"\n]{1,120}?)"?$/i;
const fieldLine = /^([^:\n]{1,60}):[ \t]+(\S.{0,2000})$/;

/**
 * What a form holds, where its text is a field a line (nobody has recorded GHL's own form of it); everything that is no
 * field stays text.
 */
export function formContent(body: string): FormContent {
  const lines = body.split('\n').map((line) => line.trim());
  const title = titleLine.exec(lines[0] ?? '')?.[1]?.trim() ?? null;
  const rest: string[] = [];
  const fields = lines.slice(title === null ? 0 : 1).flatMap((line) => {
    const match = fieldLine.exec(line);
    const name = match?.[1]?.trim();
    if (name && match?.[2] && !/https?$/i.test(name)) return [{ name, value: match[2] }];
    rest.push(line);
    return [];
  });
  // One line with a colon in it is a sentence.
  if (fields.length < 2) return { title: null, fields: [], rest: body.trim() };
  return { title, fields, rest: rest.join('\n').trim() };
}
