/** One mail on paper: who, to whom, when, and what it says. */
export type PrintedMail = {
  subject: string;
  /** "From" and so on, with what stands behind it. */
  facts: readonly { name: string; value: string }[];
  /** A document that is safe to draw, or only text. */
  body: { html: string } | { text: string };
};

const frameId = 'parley-print';
const textDocument =
  '<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">';

const paper = `
@page { margin: 18mm; }
:root { color: #000 !important; background: #fff !important; color-scheme: light !important; overflow: visible !important; }
.parley-head { margin: 0 0 1.5em; padding: 0 0 1em; border-bottom: 1px solid #999; font: 12px/1.5 Inter, system-ui, sans-serif; color: #000; }
.parley-head b { display: block; font-size: 18px; margin: 0 0 .4em; }
.parley-text { white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.6 Inter, system-ui, sans-serif; }
`;

/**
 * Prints this mail and nothing else. In a frame of its own, where no script runs either: it may open the print dialog
 * (`allow-modals`), which the frame that shows the mail may not. The frame stays until the next one, for a browser may
 * still read it after `print` has returned.
 */
export function printMail(mail: PrintedMail): void {
  document.getElementById(frameId)?.remove();
  const frame = document.createElement('iframe');
  frame.id = frameId;
  frame.title = `Print: ${mail.subject}`;
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.referrerPolicy = 'no-referrer';
  frame.style.cssText = 'position:fixed;inset:auto auto 0 0;width:0;height:0;border:0;visibility:hidden';
  frame.srcdoc = 'html' in mail.body ? mail.body.html : textDocument;
  frame.addEventListener('load', () => {
    const page = frame.contentDocument;
    if (!page) return;
    writeHead(page, mail);
    frame.contentWindow?.print();
  });
  document.body.append(frame);
}

/** By the tree and never by markup: names and subjects are a stranger's. */
function writeHead(page: Document, { subject, facts, body }: PrintedMail): void {
  page.title = subject;
  page.documentElement.setAttribute('data-parley-quotes', 'open');
  const style = page.createElement('style');
  style.textContent = paper;
  page.head.append(style);
  const head = page.createElement('div');
  head.className = 'parley-head';
  const title = page.createElement('b');
  title.textContent = subject;
  head.append(title);
  for (const { name, value } of facts) {
    const line = page.createElement('div');
    line.textContent = `${name}: ${value}`;
    head.append(line);
  }
  page.body.prepend(head);
  if ('html' in body) return;
  const text = page.createElement('div');
  text.className = 'parley-text';
  text.textContent = body.text;
  page.body.append(text);
}
