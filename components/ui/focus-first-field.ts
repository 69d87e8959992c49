/**
 * For `onOpenAutoFocus` of what is filled in: typing can begin at once, behind what stands there already, and Enter does
 * not press "Close", which stands first.
 */
export function focusFirstField(event: Event): void {
  const box = event.target;
  const field =
    box instanceof Element &&
    box.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
      'input:enabled, select:enabled, textarea:enabled',
    );
  if (!field) return;
  event.preventDefault();
  field.focus();
  const isText = field instanceof HTMLInputElement && ['text', 'search'].includes(field.type);
  if (isText) field.setSelectionRange(field.value.length, field.value.length);
}
