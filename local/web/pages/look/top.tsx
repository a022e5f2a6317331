/** The bar at the top of every page. */
import type { ReactNode } from 'react';
import icon from './icon.svg';

const PAGES = [
  { address: '/', name: 'Overview' },
  { address: '/phone', name: 'Telephone' },
  { address: '/agent', name: 'Agent' },
  { address: '/flows', name: 'Flows' },
] as const;

/** @param here undefined for a page that the bar does not name */
export function Top({ here }: { readonly here: (typeof PAGES)[number]['address'] | undefined }): ReactNode {
  return (
    <header className="top">
      <a className="top-name" href="/">
        <img src={icon} alt="" width="28" height="28" />
        <span>Callwright</span>
      </a>
      <nav aria-label="Pages">
        <ul>
          {PAGES.map(({ address, name }) => (
            <li key={address}>
              <a href={address} aria-current={address === here ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
