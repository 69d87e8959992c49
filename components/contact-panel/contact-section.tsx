import { type ReactNode, useId } from 'react';

export function ContactSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mt-5 mb-2 font-semibold text-12 text-ink-2">
        {title}
      </h3>
      {children}
    </section>
  );
}
