-- wrk: every request is a LogTime with a key of its own. Set by the environment: BILLTRAIL_TOKEN, and RUN, which makes the keys
-- of this run different from those of others. Prints one line for bench_http to read.
local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init()
  count = 0
  run = os.getenv("RUN") or "r"
  headers = {
    ["Authorization"] = "Bearer " .. (os.getenv("BILLTRAIL_TOKEN") or ""),
    ["Content-Type"] = "application/json",
  }
end

function request()
  count = count + 1
  headers["Idempotency-Key"] = run .. "." .. number .. "." .. count
  local body = '{"member":"ada","client":"acme","category":"ad_hoc","date":"2026-03-02","seconds":' .. (60 + count % 3600) ..
    ',"description":"Weekly optimisation of bids and budgets","tags":["weekly"]}'
  return wrk.format("POST", "/v1/commands/LogTime", headers, body)
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT %.1f %d %d %d %d\n", summary.requests / (summary.duration / 1e6), latency:percentile(50),
    latency:percentile(99), errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
