/** Where to go after signing in: a place of ours under `/work`, whatever the address said. */
export function readPlace(wished: string | null): string {
  return wished !== null && wished.length <= 500 && /^\/work(\/[\w-]+)*(\?[\w=&%.+-]*)?$/.test(wished) ? wished : '/work'
}
