/** Greetings, wishes and questions. */
export const TALK = `
привет здравств здаров здрасьт добрый доброе хай. хеллоу салют хело hello hi. hey. greetings;
спасиб благодар пасиб спс. thank thanks thx. cheers;
пока. свидани прощай bye goodbye;
отличн супер класс. круто здорово. great awesome excellent;
как. каким. how.;
сколько. много;
можно. могу. возможно. can. could. possible;
хочу. хотел хотелось желаю надо. нужно. нужен. нужна. нужны. want. need. would. like.;
срок. сроки. сроков длит долго. long. term.;
бесплатн даром free.;
отмени отмена. отмену. отказ передумал cancel;
адрес. адреса. адресу. магазин. магазина. офис. address store. shop. location;
`;
