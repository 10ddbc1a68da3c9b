package io.github.sfcrime.job.postgres;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Properties;
import org.apache.flink.connector.jdbc.datasource.connections.JdbcConnectionProvider;
import org.jspecify.annotations.Nullable;

/**
 * A writer's connection, by a driver that is on no list: the JVM's keeps the job's classes in each of the cluster's
 * processes when the job has gone, and the connector's own connections ask for it in the JobManager too.
 */
final class PostgresConnection implements JdbcConnectionProvider {

    private static final long serialVersionUID = 1;

    private static final String DRIVER = "org.postgresql.Driver";
    private static final int ANSWERS_WITHIN_SECONDS = 60;

    private final String url;
    private final Properties properties;
    private transient @Nullable Connection connection;

    /**
     * A connection that is yet to be made.
     *
     * @param url with the subprotocol {@code postgresql}
     * @param properties user, password and whatever else the driver takes
     */
    PostgresConnection(String url, Properties properties) {
        this.url = url;
        this.properties = properties;
    }

    @Override
    public @Nullable Connection getConnection() {
        return connection;
    }

    @Override
    public Properties getProperties() {
        return properties;
    }

    @Override
    public boolean isConnectionValid() throws SQLException {
        return connection != null && connection.isValid(ANSWERS_WITHIN_SECONDS);
    }

    @Override
    public Connection getOrEstablishConnection() throws SQLException {
        if (connection == null) {
            connection = driver().connect(url, properties);
            if (connection == null) {
                throw new SQLException("the url is not one of PostgreSQL");
            }
        }
        return connection;
    }

    @Override
    public void closeConnection() {
        try (Connection closing = connection) {
            connection = null;
        } catch (SQLException alreadyBroken) {
            // The server notices, and there is nothing more to be written on it.
        }
    }

    @Override
    public Connection reestablishConnection() throws SQLException {
        closeConnection();
        return getOrEstablishConnection();
    }

    /**
     * A driver that is not on the JVM's list, which would hold the job's classes for ever: initialising its class has put one
     * there. One of the process's own class path stays, as others may ask for it.
     */
    private static synchronized Driver driver() throws SQLException {
        try {
            Driver driver = Class.forName(DRIVER)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
            if (driver.getClass().getClassLoader() != ClassLoader.getSystemClassLoader()) {
                takeOffTheList(driver.getClass());
            }
            return driver;
        } catch (ReflectiveOperationException e) {
            throw new SQLException("the driver is not in the job's jar: " + DRIVER, e);
        }
    }

    private static void takeOffTheList(Class<? extends Driver> driver) throws SQLException {
        for (Driver listed : Collections.list(DriverManager.getDrivers())) {
            if (listed.getClass() == driver) {
                DriverManager.deregisterDriver(listed);
            }
        }
    }
}
