import type { ReactNode } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { cutCombiningMarks } from '@/lib/client/mail/combining-marks';
import type { Contact } from '@/lib/shared/contract/contact';
import { ContactSection } from './contact-section';
import { mailHref, telHref } from './contact-words';

type ContactDetailsProps = {
  contact: Contact;
  /** Null where nobody owns the contact or the name is not known. */
  ownerName: string | null;
};

export function ContactDetails({ contact, ownerName }: ContactDetailsProps) {
  const { phone, email, assignedTo, source, companyName, city } = contact;
  const owner = ownerName ?? (assignedTo === null ? 'Nobody' : 'Someone who is not in the list of users');
  return (
    <ContactSection title="Details">
      <dl className="grid grid-cols-[84px_minmax(0,1fr)] gap-x-2 gap-y-[7px]">
        <Detail label="Phone">{phone && <Reach text={phone} href={telHref(phone)} />}</Detail>
        <Detail label="Email">{email && <Reach text={email} href={mailHref(email)} />}</Detail>
        <Detail label="Owner">{owner}</Detail>
        <Detail label="Source">{source && <Outer text={source} />}</Detail>
        <Detail label="Company">{companyName && <Outer text={companyName} />}</Detail>
        <Detail label="City">{city && <Outer text={city} />}</Detail>
      </dl>
    </ContactSection>
  );
}

/** What GHL does not hold takes no line. */
function Detail({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

function Reach({ text, href }: { text: string; href: string | null }) {
  if (!href) return <Outer text={text} />;
  return (
    <a href={href} className="underline-offset-2 hover:underline">
      <Outer text={text} />
    </a>
  );
}

function Outer({ text }: { text: string }) {
  return <BidiText>{cutCombiningMarks(text)}</BidiText>;
}
