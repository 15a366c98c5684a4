# Tests of the sample agency.
billtrail_test(test_demo
  TIMEOUT 300
  LIBS billtrail_demo billtrail_json billtrail_zones OpenSSL::Crypto
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/demo/test_sample_agency.cpp)
