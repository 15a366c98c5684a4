# Bad input, bad connections and a full disk, against the real server.
billtrail_test(bad_input_test LIBS billtrail_test_client SOURCES bad_input_test.cpp shared_server.cpp)
billtrail_test(bad_connection_test LIBS billtrail_test_client TIMEOUT 300 SOURCES bad_connection_test.cpp shared_server.cpp)
billtrail_test(full_disk_test LIBS billtrail_test_client TIMEOUT 300 SOURCES full_disk_test.cpp shared_server.cpp)
# The public contract: commands, read models, the live socket.
billtrail_test(commands_http_test LIBS billtrail_test_client TIMEOUT 300 SOURCES commands_http_test.cpp shared_server.cpp)
billtrail_test(reads_http_test LIBS billtrail_test_client TIMEOUT 300 SOURCES reads_http_test.cpp shared_server.cpp)
billtrail_test(live_test LIBS billtrail_test_client TIMEOUT 300 SOURCES live_test.cpp shared_server.cpp)
billtrail_test(stop_test LIBS billtrail_test_client TIMEOUT 120 SOURCES stop_test.cpp)
# Many at once for the same entries, numbers and balances.
billtrail_test(billing_races_test LIBS billtrail_test_client TIMEOUT 300 SOURCES billing_races_test.cpp)
