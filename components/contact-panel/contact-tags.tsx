import { BidiText } from '@/components/ui/bidi-text';
import { Tag } from '@/components/ui/tag';
import { cutCombiningMarks } from '@/lib/client/mail/combining-marks';
import { ContactSection } from './contact-section';

export function ContactTags({ tags }: { tags: readonly string[] }) {
  return (
    <ContactSection title="Tags">
      {tags.length === 0 ? (
        <p className="text-ink-3">No tags</p>
      ) : (
        <ul className="flex flex-wrap gap-1.5">
          {[...new Set(tags)].map((tag) => (
            <li key={tag} className="min-w-0">
              <Tag title={tag} className="max-w-full">
                <BidiText>{cutCombiningMarks(tag)}</BidiText>
              </Tag>
            </li>
          ))}
        </ul>
      )}
    </ContactSection>
  );
}
