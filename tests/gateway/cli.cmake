# Tests of the command line: what it reads out of answers, and its verbs against the real server.
billtrail_test(test_cli
  LIBS billtrail_cli billtrail_json billtrail_zones
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/cli/test_answers.cpp)

billtrail_test(test_cli_live
  LIBS billtrail_test_client Boost::json
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/cli/test_verbs.cpp)
