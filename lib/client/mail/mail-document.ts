import { quoteMark } from './quoted-part';
import { type CleanMail, heldBackMark } from './sanitise-mail';

/**
 * Holds even if the page's own policy were gone: nothing runs, nothing loads, nothing is sent. Images that somebody asked
 * for come as `blob:`, made by this page: not even our own server can be asked for anything by a mail.
 */
const policy =
  "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/**
 * The document of the mail frame. Our head comes first: a parser adds the mail's own to it, so that no text of the
 * mail has to be searched for a place.
 */
export function mailDocument(mail: CleanMail): string {
  return [
    '<!doctype html>',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta http-equiv="x-dns-prefetch-control" content="off">',
    `<style>${baseStyle}${mail.isStyled ? styledStyle : plainStyle}</style>`,
    mail.html,
    `<style>${lastStyle}</style>`,
  ].join('');
}

const baseStyle = `
:root { font: 14.5px/1.6 "Inter Variable", Inter, system-ui, sans-serif; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; }
body { margin: 0; }
blockquote { margin: 0 0 0 .5em; padding-left: .8em; border-left: 2px solid #8888; }
pre { white-space: pre-wrap; }
`;

/** A mail without colours of its own takes those of the page; the frame sets them. */
const plainStyle = `
:root { color: var(--parley-ink, #1c1b19); background: transparent; }
a { color: var(--parley-accent, #3d5afe); }
body > :first-child, body > div:first-child > :first-child { margin-top: 0; }
`;

const styledStyle = `
:root { color: #1c1b19; background: #fff; color-scheme: light; }
body { padding: 12px 14px; }
`;

/** After the mail, so that it has the last word on its size. */
const lastStyle = `
body { display: block !important; visibility: visible !important; }
html, body { height: auto !important; min-height: 0 !important; max-height: none !important; }
html { overflow-x: auto !important; overflow-y: hidden !important; }
img, table { max-width: 100% !important; }
img { height: auto !important; }
span[${heldBackMark}] { opacity: .75; font-style: italic; }
html:not([data-parley-quotes="open"]) [${quoteMark}] { display: none !important; }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
`;
