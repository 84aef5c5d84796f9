// The official TypeScript SDK as a client of the door: lists, books and cancels, with arguments as clients send them. Exit code 1 at a refusal.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const own = { toolCallId: "call_1", sessionId: "s", action: "sendMessage", chatInput: "a haircut", _meta: {} };
const client = new Client({ name: "trial", version: "1.0.0" });
await client.connect(new StreamableHTTPClientTransport(new URL(process.argv[2])));

async function call(name, args) {
  const answer = await client.callTool({ name, arguments: { ...args, ...own } });
  if (answer.isError) throw new Error(`${name}: ${JSON.stringify(answer.structuredContent)}`);
  return answer.structuredContent;
}

const tools = (await client.listTools()).tools.map((tool) => tool.name);
const service = (await call("list_services", { random_string: "x" })).services[0].id;
// Far enough ahead to be cancelled at whatever hour this runs.
const from = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
const asked = { service_id: service, from, party_size: "1", weekdays: "mon,tue,wed,thu,fri", not_before: "9:00", staff_id: "", limit: "5" };
const slot = (await call("get_availability", asked)).items[0];
const hold = await call("create_hold", { slot_id: slot.slot_id, ttl_s: "600" });
const customer = JSON.stringify({ name: "Ada", email: "ada@example.com", phone: null });
const booked = await call("create_booking", { hold_id: hold.hold_id, customer, answers: [], customer_agreed: "true" });
const whose = { booking_code: booked.booking_code, contact: "ada@example.com" };
await call("cancel_booking", { ...whose, customer_agreed: "true", expected_version: "" });
const misspelt = await client.callTool({ name: "create_hold", arguments: { slot_id: slot.slot_id, partysize: 2 } });
if (!misspelt.isError) throw new Error("a misspelt argument was dropped");
console.log(JSON.stringify({ tools, booked: booked.start, misspelt: misspelt.structuredContent.detail }));
await client.close();
