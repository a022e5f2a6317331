/** Starts the overview, which shows flows and contacts too: the address says which. */
import { lazy, type ReactNode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { named } from '../../addresses.ts';
import { HomePage } from './home-page.tsx';

/** The map's libraries are not needed to see what runs. */
const FlowsPage = lazy(async () => ({ default: (await import('./flows-page.tsx')).FlowsPage }));
const ContactPage = lazy(async () => ({ default: (await import('./contact-page.tsx')).ContactPage }));

function Overview(): ReactNode {
  const [, section, name] = location.pathname.split('/');
  if (section === 'flows') return <FlowsPage first={named(name)} />;
  const contactId = section === 'contacts' ? named(name) : undefined;
  return contactId === undefined ? <HomePage /> : <ContactPage contactId={contactId} />;
}

const page = document.getElementById('page');
if (page !== null) {
  createRoot(page).render(
    <Suspense>
      <Overview />
    </Suspense>,
  );
}
