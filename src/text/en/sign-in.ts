/** Signing in, one's own account, and accounts as an administrator keeps them. */
export const signIn = {
  roles: {
    officer: 'officer', 'legal-reviewer': 'legal reviewer', analyst: 'analyst', 'partner-liaison': 'partner liaison',
    'disclosure-officer': 'disclosure officer', auditor: 'auditor', administrator: 'administrator',
  },
  /** What each reaches, as docs/rooms/work.md says. */
  reaches: {
    officer: 'You read and change your own cases, and read what is known of countries.',
    'legal-reviewer': 'You read every case, approve what takes two people, and propose changes of the law.',
    analyst: 'You read and change what is known of countries, and figures. You reach no case.',
    'partner-liaison': 'You read what is known of countries, and decide measures towards them. You reach no case.',
    'disclosure-officer': 'You read cases, with a purpose, to give people their records.',
    auditor: 'You read everything, and who looked at it. You change nothing.',
    administrator: 'You keep accounts, sessions and settings. You reach no case.',
  },

  navigation: { start: 'Start', work: 'My work', account: 'My account' },
  signedInAs: 'Signed in as',
  signOut: 'Sign out',
  publicPages: 'Public pages',
  /** On a page with a form in progress, in the other language, as the link is. */
  otherLanguage: 'Français', keepAndSwitch: 'Conserver mes réponses et continuer en français',

  door: {
    title: 'Sign in',
    lead: 'For people who work with cases and with what is known of countries. Figures and methods can be read without signing in.',
    provider: 'Sign in with your agency’s account',
    passkeyHeading: 'With a passkey',
    passkeyText: 'A passkey is a key on your device, or a security key, that you have registered here before. It needs JavaScript.',
    passkey: 'Sign in with a passkey',
    noAccount: 'You have no account? An administrator of this installation makes one and gives you a link.',
    problem: 'You are not signed in',
    refusals: {
      'not-recognised': 'The sign-in did not work. Begin again. If it goes on, ask an administrator of this installation.',
      'too-many': 'There were too many attempts. Wait a quarter of an hour, then begin again.',
      'provider-silent': 'Your agency’s sign-in does not answer. Try again in a few minutes. If it goes on, tell whoever runs this installation.',
      'known-already': 'This passkey is registered already. Use another device or security key.',
      'recognise-first': 'Confirm that it is you, then add the passkey.',
    },
  },

  demonstration: {
    heading: 'Look around with a demonstration account',
    text: 'Every case here is made up, and only this machine can reach this server. Choose what you want to be. Demonstration accounts disappear when the installation becomes a real one.',
    as: (role: string) => `Go on as ${role}`,
    name: (roles: string) => `demonstration account (${roles})`,
    banner: 'Demonstration: every case is made up.',
  },

  passkey: {
    title: 'Use your passkey',
    lead: 'Your browser asks for your passkey now. If nothing happens, press the button.',
    use: 'Use my passkey',
    addTitle: 'Add a passkey',
    addLead: 'Give the passkey a name that you will know again, then let your browser make it.',
    name: 'Name of the passkey',
    nameHint: 'For example: security key, work laptop',
    usualName: 'My passkey',
    add: 'Make the passkey',
    noScript: 'Passkeys need JavaScript, which is off in this browser.',
    noScriptProvider: 'Sign in with your agency’s account instead.',
    failed: 'The passkey was not used. Press the button to try again.',
    unknownHere: 'This browser has no passkeys. Use another browser, or sign in another way.',
    back: 'Back to signing in',
  },

  invited: {
    title: 'Welcome',
    lead: (name: string) => `This link lets ${name} sign in for the first time. It works once.`,
    choose: 'Choose how you want to be recognised from now on.',
    passkey: 'Register a passkey',
    provider: 'Join my agency’s account',
    badTitle: 'This link does not work',
    bad: 'It was used already, is more than three days old, or was copied incompletely. Ask an administrator of this installation for another.',
  },

  landing: {
    title: 'Start',
    hello: (name: string) => `You are signed in as ${name}.`,
    rolesHeading: 'What you can do',
    waiting: (count: number) => (count === 1 ? 'One proposal waits for a second person.' : `${count} proposals wait for a second person.`),
    groups: { cases: 'Cases', two: 'What takes two people', countries: 'Countries', checks: 'Looking back', running: 'Running Comity', documents: 'Travel documents', own: 'Yourself' },
  },

  account: {
    title: 'My account',
    name: 'Name', handle: 'Name in records', roles: 'Roles',
    sessions: 'Where you are signed in',
    sessionsText: 'Sessions end after twelve hours, or after an hour without a page. End every one that you do not know.',
    began: 'Since', seen: 'Last page', how: 'Recognised by', browser: 'Browser', action: 'Action',
    recognised: { provider: 'agency’s account', passkey: 'passkey', demonstration: 'demonstration' },
    thisOne: 'this session',
    end: 'End',
    endNamed: (since: string) => `End the session since ${since}`,
    endOthers: 'End all other sessions',
    passkeys: 'Passkeys',
    noPasskeys: 'You have no passkey here.',
    added: 'Added', used: 'Last used', never: 'never', kind: 'Kept',
    kinds: { one: 'on one device', several: 'may be copied to several devices' },
    remove: 'Remove',
    removeNamed: (name: string) => `Remove the passkey ${name}`,
    removeText: 'A removed passkey can never be used again, every other session of yours ends, and your tokens are revoked.',
    addPasskey: 'Add a passkey',
  },

  recognise: {
    title: 'Confirm that it is you',
    lead: 'The next step needs you in person, not only this browser. Confirm, and you come back to where you were.',
    provider: 'Confirm with your agency’s account',
    passkey: 'Confirm with a passkey',
    demonstration: 'Confirm (demonstration)',
  },

  signedOut: {
    title: 'You are signed out',
    text: 'Nobody can go on with your session, here or anywhere. Close the window if others use this machine.',
    providerText: 'Your agency’s account may still be open in this browser: whoever uses it next could sign in here as you.',
    provider: 'Sign out of your agency’s account too',
    again: 'Sign in again',
  },

  refused: {
    title: 'This form was not sent',
    text: 'It came from another site, or from a page that was open while somebody signed in or out. Nothing was changed. Go back, load the page anew, and send it again.',
    largeTitle: 'This is too much',
    large: 'What was sent is larger than this form takes. Nothing was changed.',
  },

  start: {
    signInAt: (url: string) => `Sign in: ${url}`,
    demonstration: 'Demonstration accounts are on, one for each role: every case is made up, and only this machine is served.',
    off: 'Nobody can sign in: this server listens to other machines and COMITY_ORIGIN does not say by which address people reach it.',
    realCases: 'Demonstration accounts are off, because there are cases that were not made up. Begin with an empty folder (COMITY_DATA) to look around, or make an account: npx comity account invite HANDLE --name NAME --role administrator',
    refusals: {
      'demonstration-not-here': ({ because }: { readonly because: 'not-loopback' | 'not-embedded' | 'real-cases' }) =>
        `COMITY_SIGN_IN=demonstration is refused, because ${{ 'not-loopback': 'this server would listen to other machines. Leave out COMITY_HOST', 'not-embedded': 'the database is a server’s. Leave out DATABASE_URL', 'real-cases': 'the database holds cases that were not made up. Set COMITY_DATA to an empty folder' }[because]}, or leave out COMITY_SIGN_IN.`,
      'sign-in-wrong': ({ wished }: { readonly wished: string }) => `COMITY_SIGN_IN=${wished} is no way to sign in. Use demonstration, provider or passkeys, or leave it out.`,
      'approval-wrong': ({ wished }: { readonly wished: string }) => `COMITY_APPROVAL=${wished} is no way to agree. Use passkey or any, or leave it out.`,
      'origin-wrong': ({ origin }: { readonly origin: string }) => `COMITY_ORIGIN=${origin} cannot be used. It is https:// and a name, with a port where needed and nothing after it; http:// is for this machine alone.`,
      'origin-missing': () => 'COMITY_ORIGIN is missing: the address by which people reach this server, as in https://comity.example. Passkeys and the provider are bound to it.',
      'proxy-wrong': ({ proxy }: { readonly proxy: string }) => `COMITY_PROXY=${proxy} names no servers. Use addresses or ranges, with commas between: 192.0.2.1, 10.0.0.0/8.`,
      'provider-incomplete': ({ missing }: { readonly missing: string }) => `Signing in at a provider needs ${missing} too. See docs/operating/sign-in.md.`,
      'issuer-wrong': ({ issuer }: { readonly issuer: string }) => `COMITY_ISSUER=${issuer} is no address of a provider. It is an https:// address; http:// is for this machine alone.`,
      'agreements-unreadable': ({ file }: { readonly file: string }) => `“${file}”, which COMITY_AGREEMENTS names, cannot be read as agreements. “comity case help” says what it must hold.`,
    },
  },

  cli: {
    needs: 'comity account invite HANDLE --name NAME --role ROLE [--role ROLE …] | link HANDLE | roles HANDLE --role ROLE [--role ROLE …] | disable HANDLE | enable HANDLE | list',
    invited: ({ handle, link }: { readonly handle: string; readonly link: string }) => `${handle} can sign in for the first time by this link, once, within three days:\n${link}`,
    changed: (handle: string) => `${handle}: roles changed. Whoever lost one is signed out.`,
    disabled: (handle: string) => `${handle} is signed out everywhere and cannot sign in.`,
    enabled: (handle: string) => `${handle} can sign in again.`,
    none: 'There is no account.',
    stateDisabled: 'disabled',
    stateDemonstration: 'demonstration',
    refusals: {
      'handle-taken': () => 'There is an account with this handle already. Choose another; “comity account link HANDLE” makes a new link for the one that is there.',
      'handle-wrong': () => 'A handle is made of small letters a to z, digits, points and hyphens, and begins and ends with a letter or digit: at most 60.',
      'name-wrong': () => 'A name is needed, of at most 200 characters: --name "Sample Person"',
      'no-account': () => 'There is no account with this handle. “comity account list” shows those that there are.',
      'a-demonstration': () => 'Demonstration accounts cannot be changed.',
      'no-roles': () => 'At least one role is needed: officer, legal-reviewer, analyst, partner-liaison, disclosure-officer, auditor or administrator.',
      'role-unknown': ({ role }: { readonly role: string }) => `“${role}” is no role. Roles are officer, legal-reviewer, analyst, partner-liaison, disclosure-officer, auditor and administrator.`,
      'role-alone': ({ role }: { readonly role: string }) => `The role ${role} is held alone: whoever has it must not check or give themselves what others do.`,
    },
  },
}
