'use client';

import ErrorPage from './error';
import './globals.css';

/** The last resort: the layout itself has failed. */
export default function GlobalErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
