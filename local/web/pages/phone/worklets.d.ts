/** Vite's address of a file that runs on a thread of its own. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}
