const entry = {
  portal: {
    button: "Sign in with Bitrix24",
    or: "or",
    address: "Address of your portal",
    addressHint: "Such as company.bitrix24.com",
    unknown: "The bots are not installed on this portal. Check its address.",
  },
  code: {
    title: "One more step",
    text: "Open your authenticator app and write the six digits that it shows for Botdeck.",
    label: "Code",
    missing: "Write the six digits.",
    submit: "Go on",
    toBackup: "I have no app at hand: use a backup code",
    backupText: "Write one of the codes that you kept when you set up the second factor. Each works once.",
    backupLabel: "Backup code",
    backupMissing: "Write a backup code.",
    toApp: "Use the app instead",
    again: "Begin again",
    failures: {
      wrong: "This code is not right. The app shows a new one every 30 seconds.",
      over: "This sign-in is over. Begin again.",
      locked: "Too many wrong codes. Nobody can sign in to this account for 15 minutes.",
      too_many: "Too many tries. Wait a minute and try again.",
      unreachable: "The console does not answer. Check the connection and try again.",
    },
  },
  refused: {
    unlinked:
      "This portal account is linked with nobody here. Sign in with your password, then link it under Access, My profile.",
    blocked: "Your access is blocked. Ask an administrator.",
    over: "This sign-in is over or was begun in another browser. Try again.",
    failed: "Bitrix24 did not confirm who you are. Try again.",
  },
  setPassword: {
    title: "Choose a password",
    text: "Afterwards you sign in with your e-mail and this password.",
    password: "New password",
    hint: "At least 8 characters",
    again: "The same once more",
    short: "Write at least 8 characters.",
    different: "The two are not the same.",
    submit: "Save the password",
    over: "This link was used before or is too old. Ask an administrator for a new one.",
    tooMany: "Too many tries. Wait a minute and try again.",
    unreachable: "The console does not answer. Check the connection and try again.",
    done: "Your password is saved",
    toSignIn: "To the sign-in",
  },
};

export const messages = { entry };
