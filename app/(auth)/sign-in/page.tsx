import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { presentDemoPeople } from '@/lib/server/auth/present-demo-people';
import { signedIn } from '@/lib/server/auth/sessions';
import { settings } from '@/lib/server/env';
import { safeNextPath } from '@/lib/shared/paths';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const nextPath = safeNextPath((await searchParams).next);
  if (await signedIn((await headers()).get('cookie'))) redirect(nextPath ?? '/');
  // Without its own people the form asks for an email and a password.
  const people = settings().mode.kind === 'sandbox' ? await presentDemoPeople() : null;
  return <SignInForm people={people} nextPath={nextPath} />;
}
