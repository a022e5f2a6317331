/** Starts the telephone's page. */
import { createRoot } from 'react-dom/client';
import { TelephonePage } from './telephone-page.tsx';

const page = document.getElementById('page');
if (page !== null) createRoot(page).render(<TelephonePage />);
