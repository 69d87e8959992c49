type Phone = { index: number; length: number; href: string };

/**
 * What is surely meant as a number to call: with its country (`+` and 8 to 15 digits), or in the two ways that people
 * write a national one (`(503) 555-0142`, `030 901 820-0`). Dates, prices and order numbers are none of these.
 */
const phone =
  /(?<![\p{L}\p{N}+@/.-])(?<!\d[ .-])(?:\+\d(?:[ .()-]{0,2}\d){7,14}|(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}|0\d{2,4}[ /-]\d{3,8}(?:[ -]\d{1,5}){0,3})(?![\p{L}\p{N}@]|[.-]\d)/gu;

const fewestDigits = 8;
const mostDigits = 15;

export function phonesIn(text: string): Phone[] {
  return [...text.matchAll(phone)].flatMap(({ 0: found, index }) => {
    const digits = found.replace(/\D/g, '');
    if (digits.length < fewestDigits || digits.length > mostDigits) return [];
    return { index, length: found.length, href: `tel:${found.startsWith('+') ? '+' : ''}${digits}` };
  });
}
