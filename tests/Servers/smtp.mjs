// An SMTP relay on a free port of this machine. What happens is written as one JSON object a line.
// Argument: { key, cert, mode: "tls" | "starttls" | "plain", user, password }
import { readFileSync } from "node:fs";
import { SMTPServer } from "smtp-server";

const options = JSON.parse(process.argv[2]);
const say = (what) => process.stdout.write(JSON.stringify(what) + "\n");

const server = new SMTPServer({
  secure: options.mode === "tls",
  hideSTARTTLS: options.mode === "plain",
  key: readFileSync(options.key),
  cert: readFileSync(options.cert),
  authOptional: !options.user,
  logger: false,
  onConnect(session, done) {
    say({ connected: session.id });
    done();
  },
  onAuth(auth, session, done) {
    if (auth.username === options.user && auth.password === options.password) {
      done(null, { user: auth.username });
    } else {
      done(new Error("Invalid username or password"));
    }
  },
  onRcptTo(address, session, done) {
    if (address.address.startsWith("refused@")) {
      const error = new Error("No such mailbox");
      error.responseCode = 550;
      done(error);
    } else if (address.address.startsWith("hangup@")) {
      for (const connection of server.connections) {
        connection._socket.destroy();
      }
    } else {
      done();
    }
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      say({
        mail: Buffer.concat(parts).toString("base64"),
        to: session.envelope.rcptTo.map((r) => r.address),
        secure: session.secure,
        user: session.user ?? null,
      });
      done();
    });
  },
});
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => say({ port: server.server.address().port }));
