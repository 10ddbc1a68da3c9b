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
 * A writer's connection, by a driver that is not registered with the {@code DriverManager}: a registered one would keep
 * the job's classes loaded after the job has ended, in the JobManager too, where the connector's own connections ask
 * for it.
 */
final class PostgresConnection implements JdbcConnectionProvider {

    private static final long serialVersionUID = 1;

    private static final String DRIVER = "org.postgresql.Driver";
    private static final int ANSWERS_WITHIN_SECONDS = 60;

    private final String url;
    private final Properties properties;
    private transient @Nullable Connection connection;

    /**
     * A connection, which is opened later.
     *
     * @param url with the subprotocol {@code postgresql}
     * @param properties user, password and other properties of the driver
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
            // Nothing more is written by it, and the server notices the end.
        }
    }

    @Override
    public Connection reestablishConnection() throws SQLException {
        closeConnection();
        return getOrEstablishConnection();
    }

    /**
     * A driver that is not registered with the {@code DriverManager}, which would keep the job's classes loaded:
     * initializing the class registers one, which is removed. A driver of the process's own class path stays, as others
     * may use it.
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
