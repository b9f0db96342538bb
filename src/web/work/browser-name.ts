/** A browser as its owner would call it, from what it says of itself (RFC 9110 10.1.5); its own words where they are none that we know. */
export function browserName(agent: string): string {
  const browser = browsers.find(([mark]) => agent.includes(mark))?.[1]
  const system = systems.find(([mark]) => agent.includes(mark))?.[1]
  return browser === undefined ? agent.slice(0, 60) : [browser, system].filter((name) => name !== undefined).join(', ')
}

// In this order: each later one is also said by the earlier ones.
const browsers = [['Edg/', 'Edge'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const
const systems = [['Windows', 'Windows'], ['Android', 'Android'], ['iPhone', 'iOS'], ['iPad', 'iOS'], ['Mac OS X', 'macOS'], ['Linux', 'Linux']] as const
