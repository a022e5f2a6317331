/** Starts the overview page. */
import { createRoot } from 'react-dom/client';
import { HomePage } from './home-page.tsx';

const page = document.getElementById('page');
if (page !== null) createRoot(page).render(<HomePage />);
