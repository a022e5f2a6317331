/** What an import of a picture gives in Vite: its address. */
declare module '*.svg' {
  const address: string;
  export default address;
}

/** A style sheet that Vite puts beside the page that needs it. */
declare module '*.css';
