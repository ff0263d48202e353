/** The renderer's entry: styles, providers, the app. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
// Before any component: a component's own rules then win over the element defaults.
import './ui/tokens.css';
import './ui/base.css';
import { App } from './app/App.tsx';

const root = document.querySelector('#app');
if (root === null) throw new Error('the page has no place for the app');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
