import type { ReactNode } from 'react';
import { ProductMark } from '@/components/ui/product-mark';

type SignInPageProps = {
  /** What to do here, in a few words. */
  lead: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
};

/** The frame that both ways of signing in share. */
export function SignInPage({ lead, children, footer }: SignInPageProps) {
  return (
    <main className="grid min-h-dvh place-items-center bg-bg px-4 py-10 phone:place-items-stretch phone:px-5">
      <div className="w-full max-w-[420px] phone:mx-auto">
        <header className="mb-6">
          <ProductMark className="mb-4 size-10 rounded-[11px] text-20" />
          <h1 className="font-strong text-20 text-ink tracking-[-0.02em]">Parley</h1>
          <p className="mt-1 text-14 text-ink-2">One calm inbox for your team’s GoHighLevel conversations.</p>
        </header>
        <p className="mb-2.5 text-13 text-ink-3 [overflow-wrap:anywhere]">{lead}</p>
        {children}
        {footer && <footer className="mt-5 text-12 text-ink-3">{footer}</footer>}
      </div>
    </main>
  );
}
