// An S3 store on a free port of this machine, with one bucket. Argument: { directory, bucket }
// Its only account is S3RVER with the secret S3RVER.
import S3rver from "s3rver";

const { directory, bucket } = JSON.parse(process.argv[2]);
const server = new S3rver({
  address: "127.0.0.1",
  port: 0,
  silent: true,
  directory,
  configureBuckets: [{ name: bucket, configs: [] }],
});
const { port } = await server.run();
process.stdout.write(JSON.stringify({ port }) + "\n");
