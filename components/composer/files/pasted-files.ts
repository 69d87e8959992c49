/** What browsers call a picture that has no name of its own. */
const nameless = /^(image|unknown|blob)?(\.\w+)?$/i;

/**
 * The files of a paste. None where there is text too: what is copied from a document or a table comes with a picture
 * of itself, and the text is what was meant.
 */
export function pastedFiles(clipboard: Pick<DataTransfer, 'files' | 'getData'>, now: Date): File[] {
  const files = [...clipboard.files];
  if (files.length === 0 || clipboard.getData('text/plain').trim() !== '') return [];
  return files.map((file, index) => (nameless.test(file.name) ? renamed(file, now, index) : file));
}

function renamed(file: File, now: Date, index: number): File {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.');
  const ending = { 'image/jpeg': 'jpg' }[file.type] ?? file.type.split('/').at(-1) ?? 'png';
  const more = index > 0 ? ` (${index + 1})` : '';
  return new File([file], `Screenshot ${day} at ${time}${more}.${ending}`, { type: file.type });
}
