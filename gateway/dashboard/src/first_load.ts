// What the first page loads. Pages that are fetched later import it too, so that the bundler makes one file of it: six compress worse.
import "./components/inline_edit";
import "./live/http";
import "./pages/today/today";
import "./shell/shell";
import "./shell/signed_out";
