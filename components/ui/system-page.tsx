import type { ReactNode } from 'react';
import { ProductMark } from './product-mark';

type SystemPageProps = { title: string; text: ReactNode; action?: ReactNode };

/** A whole page that only says something: not found, went wrong, nothing here. */
export function SystemPage({ title, text, action }: SystemPageProps) {
  return (
    <main className="grid min-h-dvh place-items-center bg-bg p-6">
      <div className="max-w-md text-center">
        <ProductMark className="mx-auto mb-5 size-10" />
        <h1 className="font-strong text-20 tracking-[-0.01em]">{title}</h1>
        <p className="mt-2 text-14 text-ink-2">{text}</p>
        {action && <div className="mt-5 flex justify-center gap-2">{action}</div>}
      </div>
    </main>
  );
}
