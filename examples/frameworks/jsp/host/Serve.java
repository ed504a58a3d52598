import java.nio.file.Files;
import org.apache.catalina.startup.Tomcat;

/** Serves a web application from a folder, to try it: the same calls on Tomcat 9 and 10. Prints its address. */
public final class Serve {
  public static void main(String[] args) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("kl01-tomcat").toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(Integer.parseInt(args[1]));
    tomcat.getConnector();
    tomcat.addWebapp("", args[0]);
    tomcat.start();
    System.out.println("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/");
    tomcat.getServer().await();
  }
}
