import 'server-only';

/** Mail bodies as mail programs really write them: whole documents, quotes in each program's own form. */

export function letter(...paragraphs: string[]): string {
  return page(paragraphs.map((text) => `<p>${text}</p>`).join('\n'));
}

/** A reply as Gmail writes it: divs, and the history in `gmail_quote`. */
export function gmailReply(text: string, when: string, from: string, quoted: string): string {
  return page(
    `<div dir="ltr">${text}</div><br><div class="gmail_quote gmail_quote_container">` +
      `<div dir="ltr" class="gmail_attr">On ${when}, ${from} wrote:<br></div>` +
      `<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">` +
      `${quoted}</blockquote></div>`,
  );
}

/** A reply as Outlook writes it: MsoNormal paragraphs and a header block over the history. */
export function outlookReply(
  text: string,
  from: string,
  sent: string,
  subject: string,
  quoted: string,
): string {
  return page(
    `<div class="WordSection1"><p class="MsoNormal">${text.replace(/\n/g, '</p><p class="MsoNormal">')}</p>` +
      '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in">' +
      `<p class="MsoNormal"><b>From:</b> ${from}<br><b>Sent:</b> ${sent}<br><b>Subject:</b> ${subject}</p></div></div>` +
      `<div>${quoted}</div></div>`,
  );
}

/** A reply from a phone: plain lines, "On … wrote:" and angle brackets. */
export function plainReply(text: string, when: string, from: string, quoted: string[]): string {
  const history = quoted.map((line) => `&gt; ${line}`).join('<br>');
  return page(
    `<div>${text.replace(/\n/g, '<br>')}</div><br><div>On ${when} ${from} wrote:</div><div>${history}</div>`,
  );
}

/** Stands for the address of a file: whoever writes the mail into a location puts the file there. */
const fileMark = 'sandbox-file:';

export function withFiles(html: string, fileUrl: (name: string) => string): string {
  return html.replace(new RegExp(`${fileMark}([\\w.-]+)`, 'g'), (_mark, name: string) => fileUrl(name));
}

export type NewsItem = { title: string; text: string; image: string; link: string };

/** A newsletter: nested tables, inline styles, remote images and a counting pixel. */
export function newsletter(title: string, lead: string, items: NewsItem[]): string {
  const cells = items.map(
    (item) =>
      '<tr><td style="padding:16px 24px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>' +
      `<td width="180" valign="top"><img src="${fileMark}${item.image}" width="160"` +
      ` height="110" alt="${item.title}" style="display:block;border-radius:6px"></td>` +
      `<td valign="top" style="font:15px/1.5 Georgia,serif;color:#333"><b>${item.title}</b><br>${item.text}<br>` +
      `<a href="https://wedding-weekly.example/${item.link}" style="color:#9a4058">Read on</a></td>` +
      '</tr></table></td></tr>',
  );
  return page(
    '<table role="presentation" width="100%" bgcolor="#f4efe9" cellpadding="0" cellspacing="0"><tr><td align="center">' +
      '<table role="presentation" width="600" bgcolor="#ffffff" cellpadding="0" cellspacing="0" style="max-width:600px">' +
      `<tr><td><img src="${fileMark}header-autumn.png" width="600" alt="Wedding Weekly"` +
      ' style="display:block;width:100%"></td></tr>' +
      `<tr><td style="padding:24px;font:26px Georgia,serif;color:#222">${title}</td></tr>` +
      `<tr><td style="padding:0 24px 8px;font:16px/1.6 Georgia,serif;color:#444">${lead}</td></tr>` +
      `${cells.join('')}<tr><td style="padding:24px;font:12px Arial,sans-serif;color:#888">You get this because you ` +
      'joined our partner list. <a href="https://wedding-weekly.example/unsubscribe">Unsubscribe</a></td></tr>' +
      '</table></td></tr></table>' +
      `<img src="${fileMark}open.png" width="1" height="1" alt="">`,
  );
}

export function signature(name: string, role: string): string {
  return (
    `<p style="color:#666;font-size:13px">--<br><b>${name}</b><br>${role}<br>Northloom Bridal, 412 NW Glisan St, ` +
    'Portland<br>+1 503 555 0100</p>'
  );
}

function page(body: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;
}
