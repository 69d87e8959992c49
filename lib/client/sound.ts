/** Asks the browser to play it. A page that nobody has touched yet may not make a sound: then it stays silent. */
export function playNewMessageSound(): void {
  new Audio('/sounds/new-message.wav').play().catch(() => undefined);
}
