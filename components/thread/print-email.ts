import { mailDocument } from '@/lib/client/mail/mail-document';
import { printMail } from '@/lib/client/mail/print-mail';
import type { Email } from '@/lib/shared/contract/message';
import { fullTime } from '@/lib/shared/format-time';
import { mailView } from './mail-view';

/** With the earlier mails it carries along: paper has nothing to unfold. */
export async function printEmail(email: Email, itemSubject: string | null): Promise<void> {
  const view = await mailView(email);
  const facts = [
    { name: 'From', value: email.from ?? 'Unknown sender' },
    { name: 'To', value: email.to.join(', ') },
    { name: 'Cc', value: email.cc.join(', ') },
    { name: 'Bcc', value: email.bcc.join(', ') },
    { name: 'Date', value: email.at === null ? '' : fullTime(email.at) },
    { name: 'Files', value: email.attachments.map(({ name }) => name).join(', ') },
  ];
  printMail({
    subject: email.subject || itemSubject || 'Email without a subject',
    facts: facts.filter(({ value }) => value !== ''),
    body:
      view.kind === 'frame'
        ? { html: mailDocument(view.mail) }
        : { text: [view.fresh, view.quoted].flatMap((part) => part ?? []).join('\n\n') },
  });
}
