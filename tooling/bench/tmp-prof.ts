import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { openStage } from "./stage.ts"; import { addPortals } from "./bench-portals.ts"; import { startProgram } from "./start-program.ts"; import { createMeter } from "./intake/measure-intake.ts"; import { connect } from "@botdeck/db";
const stage=await openStage(); const secretKey=randomBytes(32).toString("base64"); const databaseUrl=stage.databaseUrl;
await addPortals({databaseUrl,secretKey,count:20,clientEndpoint:"http://127.0.0.1:9/rest/",botCode:"store"});
const own=await startProgram({script:"apps/gateway/src/main.ts",nodeArgs:["--cpu-prof","--cpu-prof-dir=/tmp/bench-prof"],env:(p)=>({DATABASE_URL:databaseUrl,BOTDECK_SECRET_KEY:secretKey,GATEWAY_PORT:String(p),GATEWAY_SPOOL_FOLDER:join(stage.folder,"spool"),GATEWAY_DRAIN_MS:"0",LOG_LEVEL:"info"}),logFile:"/tmp/bench-gw.log"});
const meter=createMeter(stage,{own,insertPerRequest:own,selectInsert:own,noStore:own},20);
for (const c of [32,32,128]) { const r=await meter.run("own",{connections:c,perSecond:null,measureMs:6000}); console.log(c, Math.round(r.perSecond),"p50",r.p50Ms.toFixed(1),"p99",r.p99Ms.toFixed(1),"node",Math.round(r.programCpuUs),"pg",Math.round(r.postgresCpuUs)); }
const h=connect(databaseUrl,{max:1});
console.log(await h.sql`select calls, rows from (select 1) x(calls), (select count(*) as rows from inbox_event) y`, await h.sql`select xact_commit, tup_inserted from pg_stat_database where datname='botdeck'`, await h.sql`select wal_records, wal_bytes, wal_fpi from pg_stat_wal`);
await h.close(); await own.stop(); await stage.close(); process.exit();
