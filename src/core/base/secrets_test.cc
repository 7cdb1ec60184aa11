#include "core/base/secrets.h"

#include <gtest/gtest.h>

namespace pggit {
namespace {

TEST(Secrets, NamesOfOptions) {
  for (const char* name : {"password", "PassWord", "sslpassword", "passfile", "sslkey", "pwd",
                           "oauth_client_secret", "api_key", "access_token", "scram_client_key"}) {
    EXPECT_TRUE(IsSecretOption(name)) << name;
  }
  for (const char* name : {"user", "password_required", "use_scram_passthrough", "host", "sslmode",
                           "passenger", "sslcert"}) {
    EXPECT_FALSE(IsSecretOption(name)) << name;
  }
}

TEST(Secrets, ConnectionOfKeywords) {
  const auto stays = [](const std::string& text) {
    EXPECT_EQ(ConnectionWithoutSecrets(text), text);
  };
  stays("");
  stays("host=a  user = 'b c'");
  stays("user='password=x'");
  stays("application_name=\\ password=1");
  EXPECT_EQ(ConnectionWithoutSecrets("host=a password=x dbname=d"), "host=a dbname=d");
  EXPECT_EQ(ConnectionWithoutSecrets(" password = 'it\\'s a secret' host=a"), "host=a");
  EXPECT_EQ(ConnectionWithoutSecrets("host=a passWORD=a\\ b"), "host=a");
  EXPECT_EQ(ConnectionWithoutSecrets("password='never ends"), "");
  EXPECT_EQ(ConnectionWithoutSecrets("password=x\\"), "");
}

TEST(Secrets, ConnectionOfUri) {
  const auto stays = [](const std::string& text) {
    EXPECT_EQ(ConnectionWithoutSecrets(text), text);
  };
  stays("postgresql://");
  stays("postgresql://host:5432/db?user=a&sslmode=require");
  stays("postgres://a@host/db");
  EXPECT_EQ(ConnectionWithoutSecrets("postgresql://a:s3cret@host:1,other:2/db"),
            "postgresql://a@host:1,other:2/db");
  EXPECT_EQ(ConnectionWithoutSecrets("postgres://:x@/db?password=y&user=b&sslp%61ssword=z"),
            "postgres://@/db?user=b");
}

}  // namespace
}  // namespace pggit
