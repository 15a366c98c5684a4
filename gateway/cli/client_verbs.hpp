// The verbs of a client: import, log, start, stop, status. They talk to a running server over HTTP.
//
// Exit codes: 0 done; 1 refused by the server, or a file that could not be read to its end; 2 wrong usage, such as an
// unknown zone or an unclear line; 3 the server could not be reached.
#pragma once

namespace CLI {
class App;
}

namespace billtrail {

// Adds them to the program's verbs. When one has run, `exit_code` has its code; it must outlive the app.
void add_client_verbs(CLI::App& app, int& exit_code);

}  // namespace billtrail
