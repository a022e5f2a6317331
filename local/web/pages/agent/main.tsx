/** Starts the agents' page. */
import { createRoot } from 'react-dom/client';
import { AgentPage } from './agent-page.tsx';

const page = document.getElementById('page');
if (page !== null) createRoot(page).render(<AgentPage />);
