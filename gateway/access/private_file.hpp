// Files that only their owner may read, replaced whole: a crash leaves the old one or the new one.
#pragma once

#include <filesystem>
#include <string_view>

namespace billtrail {

// Mode 0600, synced, put in place by renaming. Throws std::runtime_error with the file's name and the reason.
void write_private_file(const std::filesystem::path& path, std::string_view text);

}  // namespace billtrail
