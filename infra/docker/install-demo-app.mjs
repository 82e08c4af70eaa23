// install-demo-app.mjs <emulator> <gateway>: installs our app on the emulated portal, which then tells the gateway.
const [emulator, gateway] = process.argv.slice(2);
const answer = await fetch(`${emulator}/emulator/api/apps`, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    name: "Botdeck",
    clientId: process.env.B24_CLIENT_ID,
    clientSecret: process.env.B24_CLIENT_SECRET,
    handlerUrl: `${gateway}/bitrix/install`,
    scopes: ["imbot", "imopenlines", "im", "crm", "task", "user", "disk"],
  }),
});
console.log(`The emulator answered ${answer.status}`);
process.exitCode = answer.ok ? 0 : 1;
