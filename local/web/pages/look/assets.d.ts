/** What an import of a picture gives in Vite: its address. */
declare module '*.svg' {
  const address: string;
  export default address;
}
